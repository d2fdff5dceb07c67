using Pitchly;

internal static class Responses
{
    public static async Task Discarded(PitchlyAppClient client) => await client.GenerateAccessTokenAsync(); // PITCHLY2005: the response is not used

    public static async Task DiscardedInBlock(PitchlyAppClient client)
    {
        await client.GenerateAccessTokenAsync().ConfigureAwait(false); // PITCHLY2005: the response is not used
    }

    public static void SuccessOnly(ConnectResponse response)
    {
        if (response.TryGetSuccess(out var success)) // PITCHLY2005: only the success case
        {
            Console.WriteLine(success.AccessTokenExpiresAt);
        }
    }

    public static void Empty(ConnectResponse response) => response.Switch(success => Console.WriteLine(success.AccessTokenExpiresAt), failure => { }); // PITCHLY2005: a handler that does nothing

    public static string Both(ConnectResponse response) => response.Match(success => "connected", failure => failure.Error.Reason); // silent: both cases

    public static void Else(ConnectResponse response)
    {
        if (response.TryGetSuccess(out var success)) // silent: the else handles the failure
        {
            Console.WriteLine(success.AccessTokenExpiresAt);
        }
        else
        {
            Console.WriteLine("refused");
        }
    }

    public static void Early(ConnectResponse response)
    {
        if (!response.TryGetSuccess(out var success)) // silent: the failure case returns
        {
            return;
        }

        Console.WriteLine(success.AccessTokenExpiresAt);
    }

    public static void EarlySuccess(ConnectResponse response)
    {
        if (response.TryGetSuccess(out var success)) // silent: the code after it handles the failure
        {
            Console.WriteLine(success.AccessTokenExpiresAt);
            return;
        }

        Console.WriteLine("refused");
    }

    public static void Twice(ConnectResponse response)
    {
        if (response.TryGetSuccess(out var success)) // silent: the failure is handled next
        {
            Console.WriteLine(success.AccessTokenExpiresAt);
        }

        if (response.TryGetFailure(out var failure)) // silent: handles the failure
        {
            Console.WriteLine(failure.Error.Reason);
        }
    }

    public static async Task<bool> Kept(PitchlyAppClient client) => (await client.GenerateAccessTokenAsync()).TryGetSuccess(out _); // silent: the result is returned
}
