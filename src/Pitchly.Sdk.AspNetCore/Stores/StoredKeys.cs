using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Pitchly.AspNetCore.Stores;

/// <summary>
/// Stores the keys of Data Protection in the same store as the tokens that they encrypt, so that all nodes have them. Data Protection reads
/// the keys synchronously.
/// </summary>
internal sealed class StoredKeys(IPitchlyStore store) : IXmlRepository
{
    private const string Prefix = "key:";

    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(async () =>
    {
        var keys = new List<XElement>();
        await foreach (var text in store.ListAsync(Prefix, CancellationToken.None).ConfigureAwait(false))
        {
            keys.Add(XElement.Parse(text));
        }

        return keys;
    }).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        var key = Prefix + Guid.NewGuid().ToString("N");
        Task.Run(() => store.TryWriteAsync(
            key, element.ToString(SaveOptions.DisableFormatting), StoredText.NoVersion, CancellationToken.None).AsTask()).GetAwaiter()
                .GetResult();
    }
}
