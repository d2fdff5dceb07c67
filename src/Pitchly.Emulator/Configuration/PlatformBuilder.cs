using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pitchly.Emulator.Data;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.Configuration;

/// <summary>Builds the platform from its options: assigns missing ids, reads rows, and reports all inconsistencies.</summary>
internal sealed partial class PlatformBuilder
{
    private readonly List<string> _problems = [];
    private readonly Dictionary<string, string> _ids = [];

    /// <param name="options">The content of the platform.</param>
    /// <param name="path">The file that the options come from, for error messages.</param>
    /// <exception cref="EmulatorException">The options are not consistent.</exception>
    public static Platform Build(PlatformOptions options, string? path = null)
    {
        var builder = new PlatformBuilder();
        var platform = builder.Platform(options);
        return builder._problems.Count == 0 ? platform
            : throw ConfigurationProblems.ToException(path, builder._problems);
    }

    private Platform Platform(PlatformOptions options)
    {
        if (options.Organizations.Count == 0)
        {
            _problems.Add("/organizations: The list is empty. Add an organization that has a database.");
        }

        var organizations = options.Organizations.Select((one, index) => Organization(one, $"/organizations/{index}")).ToList();
        IReadOnlyList<AppOptions> apps = options.Apps.Count > 0 ? options.Apps : [DefaultPlatform.App([])];
        var installable = organizations.ConvertAll(organization => organization.Id);
        return new Platform(organizations, [.. apps.Select((app, index) => App(app, installable, $"/apps/{index}"))]);
    }

    private AppRegistration App(AppOptions app, IReadOnlyList<string> organizations, string pointer)
    {
        var installations = app.Installations?.Select((id, index) =>
            FindOrganization(id, organizations, $"{pointer}/installations/{index}"));
        foreach (var (origin, index) in app.Origins.Select((origin, index) => (origin, index)))
        {
            if (origin.GetLeftPart(UriPartial.Authority) != origin.OriginalString.TrimEnd('/'))
            {
                _problems.Add(
                    $"{pointer}/origins/{index}: '{origin}' is not an origin. Write {origin.GetLeftPart(UriPartial.Authority)}.");
            }
        }

        foreach (var (uri, index) in app.RedirectUris.Select((uri, index) => (uri, index))
            .Where(one => !one.uri.IsAbsoluteUri || one.uri.Fragment.Length > 0))
        {
            _problems.Add(
                $"{pointer}/redirectUris/{index}: '{uri}' is not a valid redirect URI. "
                    + "Use an absolute URL without a fragment (RFC 6749, section 3.1.2).");
        }

        return new AppRegistration(
            Id(app.Id, "", pointer + "/id", RandomId.AppId),
            app.Secret ?? RandomId.AppSecret(),
            app.Name,
            app.Owner is { } owner ? FindOrganization(owner, organizations, pointer + "/owner")
                : organizations.Count > 0 ? organizations[0] : "",
            app.RedirectUris,
            [.. app.Origins.Select(origin => origin.GetLeftPart(UriPartial.Authority))],
            app.Permissions ?? Permissions.All,
            [.. installations ?? organizations]);
    }

    private string FindOrganization(string id, IReadOnlyList<string> organizations, string pointer)
    {
        if (organizations.FirstOrDefault(one => V2Ids.Is("org", id, one)) is { } known)
        {
            return known;
        }

        _problems.Add($"{pointer}: There is no organization '{id}'. Use one of: {string.Join(", ", organizations)}.");
        return id;
    }

    private Organization Organization(OrganizationOptions organization, string pointer)
    {
        var id = Id(organization.Id, "org", pointer + "/id", RandomId.Id);
        IReadOnlyList<PersonOptions> people = organization.People.Count > 0 ? organization.People : [DefaultPlatform.Person];
        if (organization.Databases.Count == 0)
        {
            _problems.Add($"{pointer}/databases: The list is empty. Add a database that has a field.");
        }

        var databases = new DatabaseBuilder(_problems, (given, prefix, place) => Id(given, prefix, place, RandomId.Id));
        return new Organization(
            id,
            organization.Name,
            [.. people.Select((person, index) => new Person(
                Id(person.Id, "psn", $"{pointer}/people/{index}/id", RandomId.Id),
                person.Name,
                person.Email,
                person.Image?.OriginalString))],
            databases.Build(id, organization.Databases, pointer + "/databases"));
    }

    /// <summary>Returns the given id without its prefix, or a new id. Each id may be used only once.</summary>
    private string Id(string? given, string prefix, string pointer, Func<string> make)
    {
        var id = given is null ? make() : V2Ids.WithoutPrefix(prefix, given);
        if (!Form().IsMatch(id))
        {
            _problems.Add($"{pointer}: '{given}' is not a valid id. Use up to 64 letters, digits, '-' and '_'.");
        }
        else if (!_ids.TryAdd(id, pointer))
        {
            _problems.Add($"{pointer}: The id '{given}' is already used at {_ids[id]}. Give each object a unique id.");
        }

        return id;
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex Form();
}
