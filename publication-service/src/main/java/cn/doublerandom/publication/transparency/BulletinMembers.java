package cn.doublerandom.publication.transparency;

import cn.doublerandom.publication.notice.BulletinNotice;

/** What a version of a bulletin said. */
final class BulletinMembers {
  private BulletinMembers() {}

  static Members of(BulletinNotice bulletin) {
    return new Members()
        .put("id", bulletin.bulletinId())
        .put("year", bulletin.year())
        .put("issue", bulletin.issue())
        .put("countedOn", bulletin.countedOn())
        .put("publishedOn", bulletin.publishedOn())
        .put("units", bulletin.units().stream().map(one -> unit(one).said).toList());
  }

  static Members withdrawn(BulletinNotice bulletin, BulletinNotice.Withdrawn withdrawn) {
    return new Members()
        .put("id", bulletin.bulletinId())
        .put("year", bulletin.year())
        .put("issue", bulletin.issue())
        .put("publishedOn", bulletin.publishedOn())
        .put("state", "WITHDRAWN")
        .put("since", withdrawn.on())
        .put("reason", withdrawn.reason());
  }

  private static Members unit(BulletinNotice.OfUnit one) {
    return new Members()
        .put("unit", one.unit())
        .put("visits", one.visits())
        .put("problems", one.problems())
        .put("tickets", one.tickets())
        .put("toBePutRight", one.toBePutRight())
        .put("reminded", one.reminded())
        .put("points", one.points())
        .put("base", one.base());
  }
}
