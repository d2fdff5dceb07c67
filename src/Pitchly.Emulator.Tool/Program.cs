using Pitchly.Emulator.Tool;

return await EmulatorCommand.Create().Parse(args).InvokeAsync();
