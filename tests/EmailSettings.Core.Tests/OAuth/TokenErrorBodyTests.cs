using EmailSettings.Core.OAuth;

namespace EmailSettings.Core.Tests.OAuth;

public sealed class TokenErrorBodyTests
{
    [Fact]
    public void An_AAD_error_gives_code_text_numbers_and_correlation_id()
    {
        var body = TokenErrorBody.Parse("""{"error":"invalid_client","error_description":"AADSTS7000215: no","error_codes":[7000215],"correlation_id":"c"}""");

        Assert.Equal("invalid_client", body.Error);
        Assert.Equal("AADSTS7000215: no", body.Description);
        Assert.Equal([7000215], body.Numbers);
        Assert.Equal("c", body.CorrelationId);
    }

    [Fact]
    public void Numbers_are_taken_from_the_text_where_the_list_is_missing() =>
        Assert.Equal([50126, 50053], TokenErrorBody.Parse("""{"error":"x","error_description":"AADSTS50126: a AADSTS50053 b AADSTS99999999999999"}""").Numbers);

    [Theory]
    [InlineData("<html>proxy</html>")]
    [InlineData("[1]")]
    [InlineData("")]
    public void A_body_that_is_not_a_JSON_object_is_the_text_itself(string text)
    {
        var body = TokenErrorBody.Parse(text);

        Assert.Null(body.Error);
        Assert.Equal(text, body.Description);
    }

    [Theory]
    [InlineData("access_token")]
    [InlineData("refresh_token")]
    [InlineData("id_token")]
    public void A_body_that_carries_a_token_is_never_the_text(string member) =>
        Assert.Null(TokenErrorBody.Parse($$"""{"{{member}}":"c4nary","token_type":"Bearer"}""").Description);

    [Fact]
    public void Members_of_a_wrong_type_count_as_absent()
    {
        var body = TokenErrorBody.Parse("""{"error":7,"error_codes":["x",1e99,7000222],"correlation_id":{}}""");

        Assert.Null(body.Error);
        Assert.Equal([7000222], body.Numbers);
        Assert.Null(body.CorrelationId);
    }
}
