package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What somebody did with one request. */
@Entity
@Table(name = "recent_view")
class RecentRow extends Document {}
