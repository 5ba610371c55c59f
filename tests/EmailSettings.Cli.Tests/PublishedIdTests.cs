using System.Reflection;
using EmailSettings.Core.Findings;
using EmailSettings.Testing;

namespace EmailSettings.Cli.Tests;

/// <summary>The ids that the command line adds to those of the core.</summary>
public sealed class PublishedIdTests
{
    private static readonly List<FieldInfo> Rows =
        [.. typeof(CommandLineErrors).Assembly.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(FindingCode))];

    [Fact]
    public void Every_published_id_of_the_command_line_still_exists_and_every_new_one_is_published() =>
        PublishedIds.MustBe("Cli", Rows.Select(row => ((FindingCode)row.GetValue(null)!).Id));

    [Fact]
    public void A_row_is_named_like_its_id() => Assert.All(Rows, row => Assert.Equal(row.Name, ((FindingCode)row.GetValue(null)!).Id));
}
