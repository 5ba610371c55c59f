namespace EmailSettings.Core.Diagnosis.Facts;

/// <summary>What one stage learned.</summary>
public abstract record StageFacts : FactRecord;
