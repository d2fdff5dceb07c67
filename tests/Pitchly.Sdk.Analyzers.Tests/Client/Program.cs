using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.Configuration["Pitchly:AppSecret"] = "in-the-pr0gram";
await builder.Build().RunAsync();
