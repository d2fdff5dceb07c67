using DealRoom.Server;
using Microsoft.AspNetCore.Authentication.Cookies;
using Pitchly.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
builder.AddTelemetry();

// One machine can store its installations in an SQLite file. Several machines share PostgreSQL or Redis.
var server = builder.Services.AddPitchlyServer(builder.Configuration);
var connection = builder.Configuration.GetConnectionString("Store");
_ = builder.Configuration["Store"] switch
{
    "postgresql" => server.UsePostgreSql(connection!),
    "redis" => server.UseRedis(connection!),
    _ => server.UseSqlite(connection ?? "dealroom.db"),
};
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddPitchlySignIn();
builder.Services.AddAuthorization();
builder.Services.AddHealthChecks().AddPitchly();
builder.Services.AddHttpClient();
builder.Services.AddSingleton<Deals>();
builder.Services.AddSingleton<DealImport>();
builder.Services.AddHostedService<NightlyJob>();
var app = builder.Build();

if (args is ["import", var file, ..])
{
    return await ImportCommand.RunAsync(app.Services, file, app.Lifetime.ApplicationStopping);
}

app.UseAuthentication();
app.UseAuthorization();
app.MapHealthChecks("/health");
app.MapPages();
await app.RunAsync();
return 0;
