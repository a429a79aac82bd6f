package cn.doublerandom.registry.item;

/** 单位层级. */
public enum OfficeLevel {
  PROVINCE,
  CITY,
  COUNTY,
  STATION
}
