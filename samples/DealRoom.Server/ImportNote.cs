using System.Globalization;

namespace DealRoom.Server;

/// <summary>Notes beside a file how many of its rows are imported.</summary>
internal sealed class ImportNote(string path)
{
    private readonly string _path = path + ".imported";

    public int Read() => File.Exists(_path) ? int.Parse(File.ReadAllText(_path), CultureInfo.InvariantCulture) : 0;

    /// <summary>Takes the place of the note before in one step, so that a crash leaves one or the other.</summary>
    public void Write(int rows)
    {
        File.WriteAllText(_path + ".new", rows.ToString(CultureInfo.InvariantCulture));
        File.Move(_path + ".new", _path, overwrite: true);
    }

    public void Delete() => File.Delete(_path);
}
