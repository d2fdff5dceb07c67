namespace Unresolved;

/// <summary>Code whose packages are not there yet, as an editor sees it before it has restored them.</summary>
public sealed class Found
{
    public object A() => new SqlBuilder { Host = "db", Password = "krF1bW71RBEPCorW2XPb" }; // PITCHLY3001: a member of an unknown type
    public void B(HubOptions options) => options.Headers["X-Api-Key"] = "lDMaZRqGe4WMyahKg63kfAFHTKSQ6hEkILWv"; // PITCHLY3001: an entry of an unknown collection
    public void C(HubOptions options) => options.Headers.Add("x-api-key", "2C7T2CIreqYtQS2mrroFROgmImD6ZqzAuHnh"); // PITCHLY3001: a call of an unknown method
    public void D(HubOptions options) => options.ClientSecret = "E18YWQ6iMd7KieIhYGzQEM5yO4rMmS2VKYjV"; // PITCHLY3001: a member of an unknown object
}

public sealed class Silent
{
    public object A() => new SqlBuilder { Host = "db", UserName = "krF1bW71RBEPCorW2XPb" }; // silent: another member
    public void B(HubOptions options) => options.Headers["X-Trace-Id"] = "lDMaZRqGe4WMyahKg63kfAFHTKSQ6hEkILWv"; // silent: another entry
    public void C(HubOptions options) => options.Headers.Add("x-api-key", options.Key); // silent: not written down
    public void D(HubOptions options, string given) => options.ClientSecret = given; // silent: what is given
}
