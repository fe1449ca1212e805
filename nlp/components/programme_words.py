"""What offices call the visits on which one learns from another: one list for all who read of them."""

# `studi tiru`, `kaji banding`, `patok banding`, `studi komparasi`, `kaji terap`, also `study banding`: used for one another.
STUDY = (
    r"(?:(?:stud[iy]|kaji|patok)\s+(?:tiru|banding|lapangan|terap|komparasi|komparatif|referensi|pembelajaran|orientasi)|"
    r"bench\s?mark\w*|widya\s?wisata|anjangsana|(?:orientasi|observasi)\s+lapangan|belajar\s+lapangan)"
)
