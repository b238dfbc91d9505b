module dev.slipway/tools/api-schema

go 1.25
