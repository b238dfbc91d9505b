module dev.slipway/tools/pairs

go 1.25
