using System.Globalization;

namespace DealRoom.Server;

/// <summary>Saves the number of imported rows of a file in another file next to it.</summary>
internal sealed class ImportCheckpoint(string path)
{
    private readonly string _path = path + ".imported";

    public int Read() => File.Exists(_path) ? int.Parse(File.ReadAllText(_path), CultureInfo.InvariantCulture) : 0;

    /// <summary>Replaces the previous number in one step, so that a crash leaves either the old or the new one.</summary>
    public void Write(int rows)
    {
        File.WriteAllText(_path + ".new", rows.ToString(CultureInfo.InvariantCulture));
        File.Move(_path + ".new", _path, overwrite: true);
    }

    public void Delete() => File.Delete(_path);
}
