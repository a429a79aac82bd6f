package cn.doublerandom.registry.ui;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What the list of subjects can show beside the name. */
public enum SubjectColumn {
  CODE,
  KIND,
  STATUS,
  RISK,
  LABELS,
  REGION,
  INDUSTRY,
  UNIT,
  REGISTRAR,
  SINCE,
  ADDRESS;

  /** Seven columns with 序号 and the name. */
  static final Set<SubjectColumn> USUAL =
      Collections.unmodifiableSet(EnumSet.of(CODE, KIND, STATUS, RISK, LABELS));
}
