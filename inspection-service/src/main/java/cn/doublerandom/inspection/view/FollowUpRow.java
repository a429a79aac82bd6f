package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What follows the findings of one visit. */
@Entity
@Table(name = "follow_up_view")
class FollowUpRow extends Document {}
