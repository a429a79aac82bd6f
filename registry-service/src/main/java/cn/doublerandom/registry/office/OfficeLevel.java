package cn.doublerandom.registry.office;

/** 单位层级. */
public enum OfficeLevel {
  PROVINCE,
  CITY,
  COUNTY,
  STATION
}
