namespace Lib;

public static class Texts
{
    public static readonly string ApiSecret = "in-the-l1brary";

    public static readonly string Head = "in-the-l1brary-as-a-text";
}
