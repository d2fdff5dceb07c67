using Kitchen.Sink;

namespace Pitchly.Sdk.Tests;

internal static class Kitchens
{
    public static Dish Dish(string name) => new()
    {
        Id = new DishId("d1"),
        Name = name,
        Course = Course.MainCourse,
        Price = 12.50m,
        Tags = ["hot"],
        Served = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero),
        Vegan = false,
        Note = null,
    };
}
