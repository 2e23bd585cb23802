"""From a finished build to what citizens see: verified, switched in one step, with the last good one kept."""
