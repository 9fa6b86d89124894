"""Reports as values in order, with no layout and no words: whoever lays them out says what their codes mean (6.7)."""
