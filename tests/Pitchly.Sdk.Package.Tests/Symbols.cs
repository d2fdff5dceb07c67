using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;

namespace Pitchly.Package.Tests;

/// <summary>The information of a portable PDB about sources.</summary>
internal sealed class Symbols : IDisposable
{
    /// <summary>The kinds of debug information (Portable PDB format, "Embedded Source" and "Source Link").</summary>
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    private readonly MetadataReaderProvider _provider;
    private readonly MetadataReader _pdb;

    public Symbols(Stream stream)
    {
        _provider = MetadataReaderProvider.FromPortablePdbStream(stream, MetadataStreamOptions.PrefetchMetadata);
        _pdb = _provider.GetMetadataReader();
    }

    public IEnumerable<string> Documents => _pdb.Documents.Select(Path);

    public IEnumerable<(string Path, string Text)> EmbeddedSources => Information(EmbeddedSource)
        .Select(information => (Path((DocumentHandle)information.Parent), Text(_pdb.GetBlobBytes(information.Value))));

    /// <summary>Gets the JSON with which debuggers find sources.</summary>
    public string SourceLinkJson => Encoding.UTF8.GetString(_pdb.GetBlobBytes(Information(SourceLink).Single().Value));

    public void Dispose() => _provider.Dispose();

    private IEnumerable<CustomDebugInformation> Information(Guid kind) => _pdb.CustomDebugInformation
        .Select(_pdb.GetCustomDebugInformation)
        .Where(information => _pdb.GetGuid(information.Kind) == kind);

    private string Path(DocumentHandle document) => _pdb.GetString(_pdb.GetDocument(document).Name);

    /// <summary>Returns an embedded source. A blob starts with the size of the text, or with 0 if it is not compressed.</summary>
    private static string Text(byte[] blob)
    {
        using var stream = new MemoryStream(blob, sizeof(int), blob.Length - sizeof(int));
        using Stream content = BitConverter.ToInt32(blob) == 0 ? stream : new DeflateStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(content, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
