using System.Text;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Tests;

/// <summary>Tables on narrow terminals.</summary>
public sealed class TextTableTests
{
    private const string Url = "https://login.microsoftonline.com/8f2a1c3e-5b7d-4e9f-a1b2-c3d4e5f60718";

    [Fact]
    public void A_long_last_column_wraps_within_itself() =>
        Assert.Equal("""
              Connect  Failed  Nothing listens there:
                               the connection was
                               refused.

            """, Write(Stages(), 44));

    [Fact]
    public void If_there_is_no_room_the_last_column_goes_below_the_others() =>
        Assert.Equal("""
              Connect  Failed
                Nothing listens there: the
                connection was refused.

            """, Write(Stages(), 32));

    [Fact]
    public void If_there_is_no_room_a_table_with_a_header_becomes_names_and_values()
    {
        var table = new Table("name", "authentication", "address").Add(Cell.Of("Sales"), Cell.Of("OAuthUser"), Cell.Of(Url)).Add(Cell.Of("Support"), Cell.Of("Basic"), Cell.Of(null));

        Assert.Equal("""
              name            Sales
              authentication  OAuthUser
              address         https://login.microsof
                              tonline.com/
                              8f2a1c3e-5b7d-4e9f-a1b
                              2-c3d4e5f60718

              name            Support
              authentication  Basic
              address         -

            """, Write(table, 40));
        Assert.StartsWith("  name     authentication  address\n  Sales    OAuthUser       https://", Write(table, 60), StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_longer_than_the_terminal()
    {
        var cells = new[] { "incoming.secret:Contoso sales and returns", "does not decrypt (CertificateKeyNotFound)", "2026-11-27", "2027-11-27 12:00:00Z (365 days)", "12345678…", Url };
        for (var columns = 1; columns <= cells.Length; columns++)
        {
            var row = cells[^columns..].Select(text => Cell.Of(text)).ToArray();
            foreach (var table in (Table[])[new Table().Add(row), new Table(cells[^columns..]).Add(row)])
            {
                for (var width = PageWidth.Min; width <= PageWidth.Max; width++)
                    Assert.All(Write(table, width).Split('\n'), line => Assert.True(line.Length <= width, line));
            }
        }
    }

    private static Table Stages() => new Table().Add(Cell.Of("Connect"), Cell.Of("Failed"), Cell.Of("Nothing listens there: the connection was refused."));

    private static string Write(Table table, int width)
    {
        var text = new StringBuilder();
        TextTable.Write(table, text, width, indent: 2, isColored: false);
        return text.ToString();
    }
}
