using Stubs;

internal static class Placeholders
{
    public static IEnumerable<PitchlyOptions> All() =>
    [
        new() { AppSecret = "YOUR-APP-SECRET" }, // silent: asks to be replaced
        new() { AppSecret = "your_app_secret_here" }, // silent: asks to be replaced
        new() { AppSecret = "<secret>" }, // silent: a template
        new() { AppSecret = "<your app secret>" }, // silent: a template
        new() { AppSecret = "********" }, // silent: a mask
        new() { AppSecret = "{0}" }, // silent: a format
        new() { AppSecret = "${APP_SECRET}" }, // silent: a template
        new() { AppSecret = "$(AppSecret)" }, // silent: a property of MSBuild
        new() { AppSecret = "%APP_SECRET%" }, // silent: a variable
        new() { AppSecret = "#{AppSecret}#" }, // silent: a token of a release pipeline
        new() { AppSecret = "__APP_SECRET__" }, // silent: a token of a release pipeline
        new() { AppSecret = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/app/1)" }, // silent: a reference to a vault
        new() { AppSecret = "changeme" }, // silent: asks to be replaced
        new() { AppSecret = "change-me-please" }, // silent: asks to be replaced
        new() { AppSecret = "replace-with-your-secret" }, // silent: asks to be replaced
        new() { AppSecret = "xxxxxxxxxxxx" }, // silent: a mask
        new() { AppSecret = "not-set" }, // silent: says that it is none
        new() { AppSecret = "TODO: read it from the vault" }, // silent: a note
        new() { AppSecret = "abc" }, // silent: too short
        new() { AppSecret = "app-secret" }, // silent: a name
        new() { AppSecret = "contoso-pitchly-secret" }, // silent: the name of a vault's secret
        new() { AppSecret = "The secret of the app" }, // silent: prose
        new() { AppSecret = "https://vault.example.com/secrets/4711" }, // silent: an address
        new() { AppSecret = "/etc/pitchly/secret4711" }, // silent: a path
        new() { AppSecret = "plys_" }, // silent: the prefix alone
        new() { AppSecret = "[from the vault]" }, // silent: a note
    ];
}
