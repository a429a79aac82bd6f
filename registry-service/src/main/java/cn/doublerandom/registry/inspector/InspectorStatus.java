package cn.doublerandom.registry.inspector;

/** 在岗 or 离岗; who left is never drawn. */
public enum InspectorStatus {
  ACTIVE,
  LEFT
}
