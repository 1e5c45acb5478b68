using Modular.Host.Commands;

using var stop = new StopSignals();
return await HostCommandLine.InvokeAsync(args, stop.Token);
