using ArchUnitNET.Domain;

namespace EmailSettings.Architecture.Tests;

public sealed class RoomOrderTests
{
    private const string Core = "EmailSettings.Core";

    [Fact]
    public void Every_type_of_Core_stands_in_a_room_of_the_list()
    {
        Assert.Empty(House.TypesOf(Core).Where(type => !House.Rooms.Contains(RoomOf(type))).Select(type => type.FullName));
    }

    [Fact]
    public void Every_room_of_the_list_has_types()
    {
        Assert.Equal(House.Rooms.Order(StringComparer.Ordinal), House.TypesOf(Core).Select(RoomOf).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_room_uses_only_those_before_it(string room)
    {
        var own = Array.IndexOf(House.Rooms, room);
        var against = House.Uses(House.TypesOf(Core).Where(type => RoomOf(type) == room))
            .Where(use => use.Used.FullName.StartsWith($"{Core}.", StringComparison.Ordinal) && Array.IndexOf(House.Rooms, RoomOf(use.Used)) > own)
            .Select(use => $"{use.User.FullName} uses {use.Used.FullName}");
        Assert.Equal("", string.Join(Environment.NewLine, against));
    }

    public static TheoryData<string> AllRooms() => [.. House.Rooms];

    private static string RoomOf(IType type) => type.Namespace.FullName is { Length: > 0 } name && name.StartsWith($"{Core}.", StringComparison.Ordinal)
        ? name[(Core.Length + 1)..].Split('.')[0]
        : "";
}
