package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One bulletin whose withdrawal was asked for. */
@Entity
@Table(name = "asked_withdrawal_view")
class AskedWithdrawalRow extends Document {
  /** Derived from the body by the database, so that it cannot disagree. */
  @Column(insertable = false, updatable = false)
  boolean waits;
}
