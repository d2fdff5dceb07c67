namespace Pitchly.AspNetCore.Installations;

/// <summary>How long before its end a token is renewed.</summary>
internal static class RenewalMargin
{
    /// <summary>A token that lives shorter than the guide's two hours is not renewed before three quarters of its life.</summary>
    private const int LeastPartOfLife = 4;

    /// <summary>A token that is about to expire would do so on its way.</summary>
    private static readonly TimeSpan LongestWay = TimeSpan.FromSeconds(10);

    private const int LeastPartOfWay = 8;

    /// <summary>Returns how long before its end a token is not given any more.</summary>
    public static TimeSpan OfUse(TimeSpan life) => life / LeastPartOfWay < LongestWay ? life / LeastPartOfWay : LongestWay;

    /// <summary>Returns a random margin of 2 to 5 minutes (the guide), so that nodes don't all come at once.</summary>
    public static TimeSpan Of(TimeSpan life, Random random)
    {
        var spread = AccessTokenOptions.EarliestRenewal - AccessTokenOptions.LatestRenewal;
        var margin = AccessTokenOptions.LatestRenewal + (spread * random.NextDouble());
        return margin < life / LeastPartOfLife ? margin : life / LeastPartOfLife;
    }
}
