using Pitchly.Data;
using Pitchly.Json;

namespace Pitchly.Sdk.Tests.Data;

/// <summary>Tests reading and writing rows by the names of their fields.</summary>
public sealed class DataHelpersTests
{
    private static readonly Field Name = new() { Id = new FieldId("f1"), Name = "Name", Type = FieldType.String, Primary = true };
    private static readonly Field Stage = new() { Id = new FieldId("f2"), Name = "Stage", Type = new FieldType("dropdown") };
    private static readonly Field Amount = new() { Id = new FieldId("f3"), Name = "Amount", Type = new FieldType("currency") };

    private readonly Database _deals = new() { Id = new DatabaseId("d1"), Name = "Deals", Fields = [Name, Stage, Amount] };

    private readonly Row _row = new()
    {
        Id = new RowId("r1"),
        Cols =
        [
            new Col { FieldId = Name.Id, Value = new FieldValue { Val = JsonText.FromString("Aspen") } },
            new Col { FieldId = Amount.Id, Value = new FieldValue { Val = JsonText.FromNumber(1200), Currency = "USD" } },
        ],
    };

    [Fact]
    public void GetField_KnownName_ReturnsTheField() => Assert.Same(Stage, _deals.GetField("Stage"));

    [Fact]
    public void GetField_UnknownName_ListsTheFields()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => _deals.GetField("stage"));

        Assert.Equal("The database 'Deals' has no field 'stage'. Its fields are 'Name', 'Stage', 'Amount'.", error.Message);
    }

    [Fact]
    public void TryGetField_UnknownName_ReturnsFalse()
    {
        Assert.True(_deals.TryGetField("Amount", out var amount));
        Assert.Same(Amount, amount);
        Assert.False(_deals.TryGetField("Price", out _));
    }

    [Fact]
    public void GetPrimaryField_OneIsPrimary_ReturnsIt() => Assert.Same(Name, _deals.GetPrimaryField());

    [Fact]
    public void GetPrimaryField_NoneIsPrimary_ListsTheFields()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => (_deals with { Fields = [Stage] }).GetPrimaryField());

        Assert.Equal("The database 'Deals' has no primary field. Its fields are 'Stage'.", error.Message);
    }

    [Fact]
    public void GetText_StringNumberOrNoValue_ReturnsText()
    {
        Assert.Equal("Aspen", _row.GetText(Name));
        Assert.Equal("1200", _row.GetText(Amount));
        Assert.Equal("", _row.GetText(Stage));
    }

    [Fact]
    public void GetText_NullValue_ReturnsEmptyText() => Assert.Equal("", RowOf(JsonText.Null).GetText(Stage));

    [Fact]
    public void GetNumber_NumberOrOther_ReturnsItOrNull()
    {
        Assert.Equal(1200, _row.GetNumber(Amount));
        Assert.Null(_row.GetNumber(Name));
        Assert.Null(_row.GetNumber(Stage));
    }

    [Fact]
    public void GetValue_FieldWithOrWithoutValue_ReturnsItOrNull()
    {
        Assert.Equal("USD", _row.GetValue(Amount)?.Currency);
        Assert.Null(_row.GetValue(Stage));
    }

    [Fact]
    public void With_EachKindOfValue_IsWrittenAsJson()
    {
        var input = RowInput.Empty.With(Name, "Birch").With(Amount, 750_000, "USD").With(Stage, true);

        Assert.Equal(
            ["""f1 {"val":"Birch"}""", """f3 {"val":750000,"currency":"USD"}""", """f2 {"val":true}"""],
            input.Cols.Select(col => $"{col.FieldId} {JsonText.From(col.Value)}"));
    }

    [Fact]
    public void With_FieldThatIsSet_ReplacesItsValueInACopy()
    {
        var first = RowInput.Empty.With(Stage, "Pitch");
        var second = first.With(Stage, "Signed");

        Assert.Equal("Signed", Assert.Single(second.Cols).Value.Val.AsString());
        Assert.Equal("Pitch", Assert.Single(first.Cols).Value.Val.AsString());
        Assert.Empty(RowInput.Empty.Cols);
    }

    private static Row RowOf(JsonText val) =>
        new() { Id = new RowId("r1"), Cols = [new Col { FieldId = Stage.Id, Value = new FieldValue { Val = val } }] };
}
