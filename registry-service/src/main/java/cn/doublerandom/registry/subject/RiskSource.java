package cn.doublerandom.registry.subject;

import java.time.LocalDate;

/**
 * Where a credit risk class comes from.
 *
 * @param source for example 省企业信用风险分类系统
 * @param on day it was determined
 */
public record RiskSource(String source, LocalDate on) {}
