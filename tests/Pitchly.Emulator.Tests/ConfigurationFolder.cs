namespace Pitchly.Emulator.Tests;

/// <summary>A temporary folder with configuration files.</summary>
internal sealed class ConfigurationFolder : IDisposable
{
    /// <summary>A configuration that uses every kind of element.</summary>
    public const string Everything = """
        {
          // Comments and trailing commas are allowed.
          "organizations": [
            {
              "id": "orgAAAAAAAAAAAAAAAAA", "name": "North",
              "people": [{ "id": "psn22222222222222222", "name": "Ada", "email": "ada@north.example",
                "image": "https://north.example/ada.png" }],
              "databases": [
                {
                  "id": "deals", "name": "Deals", "documents": true,
                  "fields": [
                    { "id": "name", "name": "Name", "primary": true, "required": true },
                    { "id": "notes", "name": "Notes", "type": "text" },
                    { "id": "size", "name": "Size", "type": "number" },
                    { "id": "amount", "name": "Amount", "type": "currency", "currency": "EUR" },
                    { "id": "won", "name": "Won", "type": "yes-no" },
                    { "id": "stage", "name": "Stage", "type": "dropdown", "restrict": ["Pitch", "Closed"] },
                    { "id": "cities", "name": "Cities", "type": "dropdown-multiple" },
                    { "id": "closes", "name": "Closes", "type": "date" },
                    { "id": "file", "name": "File", "type": "attachment" },
                    { "id": "client", "name": "Client", "type": "reference", "database": "Clients" },
                    { "id": "others", "name": "Others", "type": "reference-multiple", "database": "clients" },
                    { "id": "city", "name": "City", "type": "lookup" },
                    { "id": "sum", "name": "Sum", "type": "rollup" },
                    { "id": "twice", "name": "Twice", "type": "formula" },
                    { "id": "made", "name": "Made", "type": "created-at" },
                    { "id": "changed", "name": "Changed", "type": "updated-at" },
                  ],
                  "rows": [
                    {
                      "_id": "aspen", "Name": "Aspen", "Notes": "Two\nlines", "Size": 2300, "Amount": { "val": 5, "currency": "USD" },
                        "Won": true,
                      "Stage": "Pitch", "Cities": ["Lincoln", "Omaha"], "Closes": "03/15/2027",
                      "File": { "val": "https://north.example/a.pdf", "type": "application/pdf", "size": 10 }, "Client": "c1",
                        "Others": ["c1", "c2"],
                      "City": "Omaha", "Sum": 7, "Twice": 4600,
                    },
                  ],
                  "csv": "deals.csv", "json": "deals.json",
                  "filters": [{ "id": "f1", "name": "Pitches", "filter": { "conditions": [
                    { "left": { "type": "field", "value": "Stage" }, "comparison": { "operator": "is" }, "right": { "type": "input",
                      "value": "Pitch" } },
                  ] } }],
                  "templates": ["Letters > Offer", "Plain"],
                },
                { "id": "clients", "name": "Clients", "fields": [{ "name": "Name" }], "rows": [{ "_id": "c1", "Name": "Contoso" }, {
                  "_id": "c2", "Name": "Litware" }] },
              ],
            },
            { "id": "south", "name": "South", "databases": [{ "id": "theirs", "name": "Theirs", "fields": [{ "name": "Name" }] }] },
          ],
          "apps": [
            { "id": "appFull", "secret": "the-secret-of-the-full-app", "name": "Full", "redirectUris": ["http://localhost:7001/cb"],
              "origins": ["http://localhost:7001"] },
            { "id": "appRead", "secret": "the-secret-of-the-reader", "name": "Reader", "permissions": ["readData"],
              "installations": ["AAAAAAAAAAAAAAAAA"], "owner": "south" },
          ],
        }
        """;

    private const string Csv =
        "_id,Name,Size,Amount,Won,Cities,Notes\r\nbirch,Birch,\"1,500\",7.5,no,Boise; Denver,\"Said \"\"yes\"\", "
            + "twice\"\r\n,Cedar,,,,,\r\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public string Path => _folder.FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public static ConfigurationFolder Whole()
    {
        var folder = new ConfigurationFolder();
        folder.Write("emulator.json", Everything);
        folder.Write("deals.csv", Csv);
        folder.Write("deals.json", """[{ "Name": "Dogwood", "Stage": "Closed" }]""");
        return folder;
    }

    public void Write(string name, string text) => File.WriteAllText(this[name], text);

    public void Dispose() => _folder.Delete(recursive: true);
}
