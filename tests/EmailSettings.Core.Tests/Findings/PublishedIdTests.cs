using EmailSettings.Core.Findings;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Findings;

/// <summary>An id is never reused or renamed.</summary>
public sealed class PublishedIdTests
{
    [Fact]
    public void Every_published_id_of_the_core_still_exists_and_every_new_one_is_published() =>
        PublishedIds.MustBe("Core", FindingTable.All.Select(row => row.Id));

    [Fact]
    public void The_list_is_sorted_and_holds_each_id_once()
    {
        Assert.Equal(PublishedIds.Lines.Order(StringComparer.Ordinal), PublishedIds.Lines);
        List<string> ids = [.. PublishedIds.Of("Core"), .. PublishedIds.Of("Cli"), .. PublishedIds.Of("Retired")];
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
