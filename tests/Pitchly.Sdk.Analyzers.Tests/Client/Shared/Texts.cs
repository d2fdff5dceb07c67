namespace Shared;

public static class Texts
{
    public static readonly string Head = "in-a-l1brary";
}
