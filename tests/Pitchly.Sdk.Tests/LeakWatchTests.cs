namespace Pitchly.Sdk.Tests;

/// <summary>Tests that <see cref="LeakWatch"/> finds secrets.</summary>
public sealed class LeakWatchTests
{
    [Theory]
    [InlineData("Token plyu_0123456789012345678901234567890123456789012 was received.")]
    [InlineData("Token Y0PfxfdM5KQbWk3ey_1zSo7HMVD5ZsfE8Kp4cV9jY0x was received.")]
    [InlineData("hush")]
    public void Secret_is_detected(string text) => Assert.True(LeakWatch.IsLeak(text));

    [Theory]
    [InlineData("Token #a14bdfe0 is valid until tomorrow.")]
    [InlineData("/some/path/with-43-lowercase-letters-and-digits")]
    [InlineData("A_method_with_a_name_as_long_as_a_token_has_letters")]
    public void Text_without_a_secret_is_not_reported(string text) => Assert.False(LeakWatch.IsLeak(text));
}
