package cn.doublerandom.bureau.key;

/** 级别: what a bureau's region is. */
public enum BureauLevel {
  PROVINCE("省级"),
  CITY("市级"),
  COUNTY("县级");

  private final String text;

  BureauLevel(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /**
   * The level of a region's own bureaus: a province ends in four zeros, a city in two.
   *
   * @param region GB/T 2260, six digits
   */
  public static BureauLevel ofRegion(String region) {
    if (region.endsWith("0000")) {
      return PROVINCE;
    }
    return region.endsWith("00") ? CITY : COUNTY;
  }
}
