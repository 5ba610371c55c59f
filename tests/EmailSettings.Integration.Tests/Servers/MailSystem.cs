namespace EmailSettings.Integration.Tests.Servers;

/// <summary>Test classes that share a running mail system, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class MailSystem : ICollectionFixture<MailSystemFixture>
{
    public const string Name = "Mail system";
}
