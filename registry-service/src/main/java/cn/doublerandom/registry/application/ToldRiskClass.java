package cn.doublerandom.registry.application;

import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.RiskSource;

/** What a row of the monthly reclassification says. */
public record ToldRiskClass(String subject, CreditRiskClass riskClass, RiskSource source) {}
