package cn.doublerandom.registry.subject;

/** What only some kinds of subjects must say. */
public enum SubjectField {
  /** 住所 or site. */
  ADDRESS,
  /** 建设单位 of a project, 所有人 of a vehicle or vessel. */
  OWNER,
  /** 施工单位. */
  CONTRACTOR,
  /** 车辆类型, 船舶种类, 场站类别, 岗位类别. */
  CATEGORY,
  /** 管辖单位 or the employer of a person. */
  RESPONSIBLE_UNIT
}
