package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What somebody did with one request; every service has the table. */
@Entity
@Table(name = RecentRows.TABLE)
class RecentRow extends Document {}
