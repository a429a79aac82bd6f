package cn.doublerandom.registry.application;

import cn.doublerandom.registry.inspector.Recusal;

/** What a row says of a recusal, before it is known whom it names. */
public record ToldRecusal(String inspector, Recusal recusal) {
  /** The column that names the inspector. */
  public static final String INSPECTOR = "执法人员编号";

  /** The column that names the subject. */
  public static final String SUBJECT = "检查对象编码";
}
