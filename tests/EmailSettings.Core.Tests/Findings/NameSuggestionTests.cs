using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Tests.Findings;

public sealed class NameSuggestionTests
{
    private static readonly string[] Names = ["--host", "--port", "--password-stdin", "--secret-stdin", "clientId", "maxIncomingSizeKB"];

    [Theory]
    [InlineData("--Host", "--host")]
    [InlineData("--client-id", "clientId")]
    [InlineData("--max-incoming-size-kb", "maxIncomingSizeKB")]
    [InlineData("--password", "--password-stdin")]
    [InlineData("--hots", "--host")]
    [InlineData("clientld", "clientId")]
    [InlineData("--pas", "--password-stdin")]
    [InlineData("--pa", null)]
    [InlineData("--unknown", null)]
    [InlineData("--", null)]
    [InlineData("", null)]
    public void The_name_that_was_probably_meant_is_found(string given, string? name) => Assert.Equal(name, NameSuggestion.For(given, Names));

    [Fact]
    public void Two_names_with_the_same_beginning_are_not_guessed_between() => Assert.Null(NameSuggestion.For("--find", ["--find-host", "--find-port"]));

    [Fact]
    public void Nothing_is_near_among_no_names() => Assert.Null(NameSuggestion.For("x", []));
}
