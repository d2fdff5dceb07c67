namespace Pitchly.Http;

/// <summary>
/// Specifies how a value that may be a list or an object is written into a URL or a header (OpenAPI 3.1, section 4.8.12.3).
/// </summary>
public enum ParameterStyle
{
    /// <summary><c>a,b</c>, for paths and headers.</summary>
    Simple,

    /// <summary><c>.a.b</c>, for paths.</summary>
    Label,

    /// <summary><c>;name=a;name=b</c>, for paths.</summary>
    Matrix,

    /// <summary><c>name=a&amp;name=b</c>, for queries and cookies.</summary>
    Form,

    /// <summary><c>name=a%20b</c>, for queries.</summary>
    SpaceDelimited,

    /// <summary><c>name=a%7Cb</c>, for queries.</summary>
    PipeDelimited,

    /// <summary><c>name[member]=a</c>, for queries.</summary>
    DeepObject,

    /// <summary>A JSON text, for a parameter with JSON content.</summary>
    Json,
}

/// <summary>Specifies where a parameter is sent.</summary>
public enum ParameterLocation
{
    /// <summary>A part of the path.</summary>
    Path,

    /// <summary>The query.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>The <c>Cookie</c> header.</summary>
    Cookie,
}
