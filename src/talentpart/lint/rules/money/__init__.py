"""Rules on amounts of money, and on what adds up."""
