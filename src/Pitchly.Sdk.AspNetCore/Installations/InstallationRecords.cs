using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Pitchly.AspNetCore.Diagnostics;
using Pitchly.AspNetCore.Stores;
using Pitchly.AspNetCore.Wire;
using Pitchly.Json;

namespace Pitchly.AspNetCore.Installations;

/// <summary>Reads and writes installations as strings in the store. Their tokens are encrypted.</summary>
internal sealed class InstallationRecords(StoreAccess store, TokenSealer sealer, TimeProvider time, ILogger<InstallationRecords> logger)
{
    /// <summary>Reads an installation.</summary>
    /// <exception cref="PitchlyException">The installation is not stored, or the store is unavailable.</exception>
    public async ValueTask<StoredInstallation> GetAsync(PitchlyInstallation installation, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(installation.Key, cancellationToken).ConfigureAwait(false);
        if (stored.Text is null)
        {
            throw ServerErrors.SignInNeeded(installation, "No installation of that name is stored");
        }

        var kept = Parse(stored.Text);
        var tokens = sealer.Unseal(installation, kept.Tokens);
        if (tokens is null)
        {
            ServerLog.NotUnsealed(logger, installation);
        }

        return new StoredInstallation(installation, kept, tokens, stored.Version, new StoreClock(time, stored.Now));
    }

    /// <summary>Writes an installation if the store still holds the version that was read.</summary>
    /// <returns>The installation as it is stored now, or <see langword="null"/> if the store holds another version.</returns>
    public async ValueTask<StoredInstallation?> TryWriteAsync(
        StoredInstallation read, KeptInstallation kept, KeptTokens? tokens, CancellationToken cancellationToken)
    {
        var next = tokens is null || tokens == read.Tokens ? kept : kept with { Tokens = sealer.Seal(read.Name, tokens) };
        return await store.TryWriteAsync(read.Name.Key, Text(next), read.Version, cancellationToken).ConfigureAwait(false)
            ? read with { Kept = next, Tokens = tokens, Version = read.Version + 1 }
            : null;
    }

    /// <summary>Writes the result of a sign-in, regardless of the stored version.</summary>
    public async Task PutAsync(
        PitchlyInstallation installation, Func<DateTimeOffset, KeptInstallation> keptAt, KeptTokens tokens,
            CancellationToken cancellationToken)
    {
        StoredText stored;
        string text;
        do
        {
            stored = await store.ReadAsync(installation.Key, cancellationToken).ConfigureAwait(false);
            text = Text(keptAt(stored.Now) with { Tokens = sealer.Seal(installation, tokens) });
        }
        while (!await store.TryWriteAsync(installation.Key, text, stored.Version, cancellationToken).ConfigureAwait(false));
    }

    public async Task RemoveAsync(PitchlyInstallation installation, CancellationToken cancellationToken)
    {
        StoredText stored;
        do
        {
            stored = await store.ReadAsync(installation.Key, cancellationToken).ConfigureAwait(false);
        }
        while (stored.Text is not null
            && !await store.TryWriteAsync(installation.Key, null, stored.Version, cancellationToken).ConfigureAwait(false));
    }

    public async IAsyncEnumerable<PitchlyInstallationInfo> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var text in store.ListAsync(PitchlyInstallation.KeyPrefix, cancellationToken).ConfigureAwait(false))
        {
            var kept = Parse(text);
            yield return new PitchlyInstallationInfo(
                new PitchlyInstallation(kept.AppId, kept.OrganizationId, kept.DatabaseId), StatusOf(kept.Status));
        }
    }

    private static PitchlyInstallationStatus StatusOf(KeptStatus status) =>
        status == KeptStatus.SignInNeeded ? PitchlyInstallationStatus.SignInNeeded
        : status == KeptStatus.AppOnly ? PitchlyInstallationStatus.AppOnly
        : PitchlyInstallationStatus.SignedIn;

    private static KeptInstallation Parse(string text) => JsonRead.Whole(Encoding.UTF8.GetBytes(text), KeptInstallation.ReadJson);

    private static string Text(KeptInstallation kept)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            kept.WriteJson(writer);
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
