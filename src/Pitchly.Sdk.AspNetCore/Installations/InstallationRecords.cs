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

        var state = Parse(stored.Text);
        var tokens = sealer.Unseal(installation, state.Tokens);
        if (tokens is null)
        {
            ServerLog.NotUnsealed(logger, installation);
        }

        return new StoredInstallation(installation, state, tokens, stored.Version, new StoreClock(time, stored.Now));
    }

    /// <summary>Writes an installation if the store still holds the version that was read.</summary>
    /// <returns>The installation as it is stored now, or <see langword="null"/> if the store holds another version.</returns>
    public async ValueTask<StoredInstallation?> TryWriteAsync(
        StoredInstallation read, InstallationState state, TokenPair? tokens, CancellationToken cancellationToken)
    {
        var next = tokens is null || tokens == read.Tokens ? state : state with { Tokens = sealer.Seal(read.Name, tokens) };
        return await store.TryWriteAsync(read.Name.Key, Text(next), read.Version, cancellationToken).ConfigureAwait(false)
            ? read with { State = next, Tokens = tokens, Version = read.Version + 1 }
            : null;
    }

    /// <summary>Writes the result of a sign-in, regardless of the stored version.</summary>
    public async Task PutAsync(
        PitchlyInstallation installation, Func<DateTimeOffset, InstallationState> createState, TokenPair tokens,
            CancellationToken cancellationToken)
    {
        StoredText stored;
        string text;
        do
        {
            stored = await store.ReadAsync(installation.Key, cancellationToken).ConfigureAwait(false);
            text = Text(createState(stored.Now) with { Tokens = sealer.Seal(installation, tokens) });
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
            var state = Parse(text);
            yield return new PitchlyInstallationInfo(
                new PitchlyInstallation(state.AppId, state.OrganizationId, state.DatabaseId), StatusOf(state.Status));
        }
    }

    private static PitchlyInstallationStatus StatusOf(StoredStatus status) =>
        status == StoredStatus.SignInNeeded ? PitchlyInstallationStatus.SignInNeeded
        : status == StoredStatus.AppOnly ? PitchlyInstallationStatus.AppOnly
        : PitchlyInstallationStatus.SignedIn;

    private static InstallationState Parse(string text) => JsonRead.Whole(Encoding.UTF8.GetBytes(text), InstallationState.ReadJson);

    private static string Text(InstallationState state)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            state.WriteJson(writer);
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
