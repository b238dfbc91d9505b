module dev.slipway/tools/stand-in

go 1.24.0
