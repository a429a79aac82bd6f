package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One bulletin that is public. */
@Entity
@Table(name = "bulletin_notice_view")
class BulletinNoticeRow extends Document {
  /** Derived from the body by the database, so that it cannot disagree. */
  @Column(name = "published_on", insertable = false, updatable = false)
  String publishedOn = "";
}
