using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Pitchly.Data;
using Pitchly.Json;

namespace Pitchly.Sdk.Benchmarks.Rows;

/// <summary>Compares reading and writing rows: emitted code against System.Text.Json's source generator.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
[CategoriesColumn]
public class RowBenchmarks
{
    private byte[] _json = [];
    private IReadOnlyList<Row> _rows = [];
    private List<HandRow> _handRows = [];
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _writer;

    public RowBenchmarks() => _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });

    /// <summary>Gets or sets the size of the JSON in bytes.</summary>
    [Params(1_000, 50_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _json = RowData.Json(Bytes);
        _rows = ReadEmitted();
        _handRows = ReadSourceGenerated();
    }

    [Benchmark, BenchmarkCategory("Read")]
    public IReadOnlyList<Row> ReadEmitted()
    {
        var reader = new Utf8JsonReader(_json);
        reader.Read();
        return JsonRead.List(ref reader, "rows", Row.ReadJson);
    }

    [Benchmark(Baseline = true), BenchmarkCategory("Read")]
    public List<HandRow> ReadSourceGenerated() => JsonSerializer.Deserialize(_json, HandContext.Default.ListHandRow)!;

    [Benchmark, BenchmarkCategory("Write")]
    public int WriteEmitted()
    {
        Reset();
        _writer.WriteStartArray();
        for (var i = 0; i < _rows.Count; i++)
        {
            _rows[i].WriteJson(_writer);
        }

        _writer.WriteEndArray();
        _writer.Flush();
        return _buffer.WrittenCount;
    }

    [Benchmark(Baseline = true), BenchmarkCategory("Write")]
    public int WriteSourceGenerated()
    {
        Reset();
        JsonSerializer.Serialize(_writer, _handRows, HandContext.Default.ListHandRow);
        _writer.Flush();
        return _buffer.WrittenCount;
    }

    private void Reset()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
    }
}
