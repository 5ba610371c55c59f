namespace LoopbackServers;

/// <summary>The tenants of the token endpoint.</summary>
public static class TenantIds
{
    /// <summary>The mail server accepts its tokens.</summary>
    public const string Answered = "11111111-1111-1111-1111-111111111111";

    /// <summary>The mail server never answers its tokens.</summary>
    public const string Silent = "22222222-2222-2222-2222-222222222222";
}
