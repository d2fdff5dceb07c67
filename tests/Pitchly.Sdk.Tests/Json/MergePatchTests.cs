using System.Text.Json;
using Kitchen.Sink;
using Pitchly.Json;

namespace Pitchly.Sdk.Tests.Json;

/// <summary>Tests the members of a merge patch, which are missing, null, or have a value.</summary>
public sealed class MergePatchTests
{
    public static TheoryData<DishChange, string> Changes => new()
    {
        { new DishChange(), "{}" },
        { new DishChange { Note = null }, """{"note":null}""" },
        { new DishChange { Note = "salty", Portions = null, Name = "Soup" }, """{"name":"Soup","note":"salty","portions":null}""" },
        { new DishChange { Portions = 2, Tags = null, Course = null }, """{"portions":2,"tags":null,"course":null}""" },
        { new DishChange { Tags = new(["a"]), Course = Course.Dessert }, """{"tags":["a"],"course":"dessert"}""" },
        { new DishChange { Anything = JsonText.Parse("null") }, """{"anything":null}""" },
        { new DishChange { Anything = JsonText.Parse("[1]") }, """{"anything":[1]}""" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Unset_member_is_not_sent(DishChange change, string json) => Assert.Equal(json, JsonSerializer.Serialize(change));

    [Theory]
    [MemberData(nameof(Changes))]
    public void Missing_member_is_read_as_unset(DishChange change, string json)
    {
        var read = JsonSerializer.Deserialize<DishChange>(json)!;

        Assert.Equal(json, JsonSerializer.Serialize(read));
        Assert.Equal(
            (change.Note, change.Portions, change.Course, change.Anything), (read.Note, read.Portions, read.Course, read.Anything));
    }

    [Fact]
    public void Null_is_a_set_value()
    {
        var change = new DishChange { Note = null };

        Assert.True(change.Note.IsPresent);
        Assert.Null(change.Note.Value);
        Assert.False(change.Tags.IsPresent);
        Assert.Equal(("null", ""), (change.Note.ToString(), change.Tags.ToString()));
    }
}
