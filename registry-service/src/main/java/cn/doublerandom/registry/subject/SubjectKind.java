package cn.doublerandom.registry.subject;

import static cn.doublerandom.registry.subject.SubjectField.ADDRESS;
import static cn.doublerandom.registry.subject.SubjectField.CATEGORY;
import static cn.doublerandom.registry.subject.SubjectField.CONTRACTOR;
import static cn.doublerandom.registry.subject.SubjectField.OWNER;
import static cn.doublerandom.registry.subject.SubjectField.RESPONSIBLE_UNIT;

import java.util.List;

/** 检查对象类型, and what an entry of each must say beyond what all of them say. */
public enum SubjectKind {
  ENTERPRISE(CodeRule.REGISTRATION),
  INDIVIDUAL_BUSINESS(CodeRule.REGISTRATION, ADDRESS),
  COOPERATIVE(CodeRule.REGISTRATION, ADDRESS),
  PROJECT(CodeRule.OWN, OWNER, CONTRACTOR),
  VEHICLE(CodeRule.OWN, OWNER, CATEGORY),
  VESSEL(CodeRule.OWN, OWNER, CATEGORY),
  STATION(CodeRule.OWN, ADDRESS, CATEGORY, RESPONSIBLE_UNIT),
  GRID(CodeRule.OWN, RESPONSIBLE_UNIT),
  PUBLIC_BODY(CodeRule.CREDIT_CODE, ADDRESS),
  /** 从业人员: the name is sealed with a key of the person's own. */
  PERSON(CodeRule.OWN, CATEGORY, RESPONSIBLE_UNIT);

  /** What the code of a subject is. */
  public enum CodeRule {
    /** 统一社会信用代码, GB 32100-2015. */
    CREDIT_CODE,
    /** The same, or a 注册号 of fifteen digits from before 2015. */
    REGISTRATION,
    /** The register's own, 1 to 64 characters. */
    OWN
  }

  private final CodeRule codeRule;
  private final List<SubjectField> required;

  SubjectKind(CodeRule codeRule, SubjectField... required) {
    this.codeRule = codeRule;
    this.required = List.of(required);
  }

  /** Whether somebody may own such a thing, so that its owner is no firm but a person. */
  boolean mayBelongToPerson() {
    return this == INDIVIDUAL_BUSINESS || this == VEHICLE || this == VESSEL;
  }

  public CodeRule codeRule() {
    return codeRule;
  }

  /** What an entry of this kind may not leave empty. */
  public List<SubjectField> required() {
    return required;
  }
}
