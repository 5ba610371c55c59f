namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>What one stage learned.</summary>
public abstract record StageFacts : FactRecord;
